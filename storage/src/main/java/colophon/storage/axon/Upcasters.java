package colophon.storage.axon;

import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.axonframework.serialization.upcasting.event.SingleEventUpcaster;
import org.jspecify.annotations.Nullable;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.util.Map;
import java.util.function.Consumer;

/**
 * Converts stored events of older versions, one version at a time. Stored events are never changed,
 * and neither is an entry of this class.
 */
public final class Upcasters extends SingleEventUpcaster {

    /** The new field is optional, so an older event is valid without it. */
    private static final Consumer<ObjectNode> NOTHING_TO_ADD = _ -> {};

    private static final Map<SerializedType, UpcastStep> STEPS =
            Map.ofEntries(
                    step("TuitionCharged", 1, "ChargePosted", 1, Upcasters::tuitionAsACharge),
                    step("StudentEnrolled", 1, "StudentEnrolled", 2, NOTHING_TO_ADD),
                    step(
                            "OfferingScheduled",
                            1,
                            "OfferingScheduled",
                            2,
                            Upcasters::openWithoutAWaitlist),
                    step("FundEstablished", 1, "FundEstablished", 2, NOTHING_TO_ADD),
                    step(
                            "CertificateDefined",
                            1,
                            "CertificateDefined",
                            2,
                            Upcasters::withoutPathways),
                    step("CandidacyDeclared", 1, "CandidacyDeclared", 2, NOTHING_TO_ADD),
                    step("ImportStarted", 1, "ImportStarted", 3, NOTHING_TO_ADD),
                    step("ImportStarted", 2, "ImportStarted", 3, NOTHING_TO_ADD),
                    step("ImportReversalStarted", 1, "ImportReversalStarted", 3, NOTHING_TO_ADD),
                    step("ImportReversalStarted", 2, "ImportReversalStarted", 3, NOTHING_TO_ADD),
                    step("AmendmentRequested", 1, "AmendmentRequested", 2, NOTHING_TO_ADD));

    private final JsonMapper json = JsonMapper.shared();

    private Upcasters() {}

    /** All upcasters. An event that needs two steps needs this upcaster twice in the chain. */
    public static EventUpcasterChain chain() {
        return new EventUpcasterChain(new Upcasters());
    }

    @Override
    protected boolean canUpcast(IntermediateEventRepresentation stored) {
        return STEPS.containsKey(stored.getType());
    }

    @Override
    protected IntermediateEventRepresentation doUpcast(IntermediateEventRepresentation stored) {
        var step = step(stored.getType());
        if (step == null) return stored;
        return stored.upcastPayload(step.to, byte[].class, bytes -> changed(bytes, step));
    }

    private byte[] changed(byte[] bytes, UpcastStep step) {
        var tree = (ObjectNode) json.readTree(bytes);
        step.change.accept(tree);
        return json.writeValueAsBytes(tree);
    }

    private static @Nullable UpcastStep step(SerializedType type) {
        return STEPS.get(type);
    }

    private static Map.Entry<SerializedType, UpcastStep> step(
            String name, int version, String laterName, int later, Consumer<ObjectNode> change) {
        return Map.entry(stored(name, version), new UpcastStep(stored(laterName, later), change));
    }

    private static SerializedType stored(String name, int version) {
        return new SimpleSerializedType(name, String.valueOf(version));
    }

    /** In the older version each enrollment had one charge. */
    private static void tuitionAsACharge(ObjectNode event) {
        event.put("chargeId", event.get("enrollmentId").stringValue() + ":tuition");
        event.put("kind", "tuition");
    }

    private static void openWithoutAWaitlist(ObjectNode event) {
        event.put("admission", "open");
        event.put("confirmWithin", "P14D");
    }

    private static void withoutPathways(ObjectNode event) {
        event.putArray("pathways");
    }

    private record UpcastStep(SerializedType to, Consumer<ObjectNode> change) {}
}
