package colophon.storage.axon;

import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.axonframework.serialization.upcasting.event.SingleEventUpcaster;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** What turns events as they were stored once into events as this program knows them. */
public final class Upcasters {

    /** From a version of an event to the next one. */
    private record Step(String name, int version) {}

    private static final Map<Step, UnaryOperator<ObjectNode>> STEPS =
            Map.of(
                    new Step("CertificateDefined", 1),
                    Upcasters::withoutPathways,
                    new Step("CandidacyDeclared", 1),
                    UnaryOperator.identity());

    private Upcasters() {}

    /** The chain to read events through; an event of the newest version passes as it is. */
    public static EventUpcasterChain chain() {
        var last = STEPS.keySet().stream().mapToInt(Step::version).max().orElse(0);
        var rounds = new SingleEventUpcaster[last];
        for (int version = 1; version <= last; version++) rounds[version - 1] = from(version);
        return new EventUpcasterChain(List.of(rounds));
    }

    private static SingleEventUpcaster from(int version) {
        return new SingleEventUpcaster() {

            @Override
            protected boolean canUpcast(IntermediateEventRepresentation event) {
                var type = event.getType();
                return String.valueOf(version).equals(type.getRevision())
                        && STEPS.containsKey(new Step(type.getName(), version));
            }

            @Override
            protected IntermediateEventRepresentation doUpcast(
                    IntermediateEventRepresentation event) {
                var name = event.getType().getName();
                var step = STEPS.getOrDefault(new Step(name, version), UnaryOperator.identity());
                return event.upcastPayload(
                        new SimpleSerializedType(name, String.valueOf(version + 1)),
                        JsonNode.class,
                        json -> step.apply((ObjectNode) json));
            }
        };
    }

    private static ObjectNode withoutPathways(ObjectNode certificate) {
        certificate.putArray("pathways");
        return certificate;
    }
}
