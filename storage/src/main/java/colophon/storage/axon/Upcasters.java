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
 * How what was stored once is read today, one version further at a time. What is stored is never
 * changed; an entry here is never changed either.
 */
public final class Upcasters extends SingleEventUpcaster {

    /** A new field that may be absent was absent before. */
    private static final Consumer<ObjectNode> NOTHING_TO_ADD = _ -> {};

    private static final Map<SerializedType, Step> STEPS =
            Map.of(
                    stored("TuitionCharged", 1),
                    new Step(stored("ChargePosted", 1), Upcasters::tuitionAsACharge),
                    stored("StudentEnrolled", 1),
                    new Step(stored("StudentEnrolled", 2), NOTHING_TO_ADD),
                    stored("OfferingScheduled", 1),
                    new Step(stored("OfferingScheduled", 2), Upcasters::openWithoutAWaitlist),
                    stored("TuitionListed", 1),
                    new Step(stored("TuitionListed", 2), NOTHING_TO_ADD),
                    stored("FundEstablished", 1),
                    new Step(stored("FundEstablished", 2), NOTHING_TO_ADD),
                    stored("CertificateDefined", 1),
                    new Step(stored("CertificateDefined", 2), Upcasters::withoutPathways),
                    stored("CandidacyDeclared", 1),
                    new Step(stored("CandidacyDeclared", 2), NOTHING_TO_ADD),
                    stored("ImportStarted", 1),
                    new Step(stored("ImportStarted", 2), NOTHING_TO_ADD),
                    stored("ImportReversalStarted", 1),
                    new Step(stored("ImportReversalStarted", 2), NOTHING_TO_ADD));

    private final JsonMapper json = JsonMapper.shared();

    private Upcasters() {}

    /** All of them; an event that needs two steps needs this upcaster twice in the chain. */
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

    private byte[] changed(byte[] bytes, Step step) {
        var tree = (ObjectNode) json.readTree(bytes);
        step.change.accept(tree);
        return json.writeValueAsBytes(tree);
    }

    private static @Nullable Step step(SerializedType type) {
        return STEPS.get(type);
    }

    private static SerializedType stored(String name, int version) {
        return new SimpleSerializedType(name, String.valueOf(version));
    }

    /** Each enrollment had one charge then. */
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

    private record Step(SerializedType to, Consumer<ObjectNode> change) {}
}
