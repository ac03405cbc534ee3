package colophon.storage.axon;

import colophon.events.requirement.InvalidRequirement;
import colophon.events.requirement.Requirement;
import colophon.events.requirement.RequirementForm;

import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

import java.math.BigDecimal;
import java.util.Set;

/** The JSON of values in events, where it differs from Jackson's default. */
final class EventJsonModule extends SimpleModule {

    EventJsonModule() {
        super("colophon events");
        addSerializer(new AmountAsText());
        addDeserializer(BigDecimal.class, new TextAsAmount());
        addSerializer(new RequirementAsForm());
        addDeserializer(Requirement.class, new FormAsRequirement());
        addSerializer(new SortedSets());
    }

    /** Writes amounts as text. A JSON number could lose digits in a reader that uses doubles. */
    private static final class AmountAsText extends StdSerializer<BigDecimal> {

        AmountAsText() {
            super(BigDecimal.class);
        }

        @Override
        public void serialize(BigDecimal amount, JsonGenerator json, SerializationContext context) {
            json.writeString(amount.toPlainString());
        }
    }

    private static final class TextAsAmount extends StdDeserializer<BigDecimal> {

        TextAsAmount() {
            super(BigDecimal.class);
        }

        @Override
        public BigDecimal deserialize(JsonParser json, DeserializationContext context) {
            if (!json.hasToken(JsonToken.VALUE_STRING))
                return context.reportInputMismatch(this, "An amount is written as text");
            var text = json.getString();
            if (!text.matches("-?\\d{1,30}(\\.\\d{1,10})?"))
                return context.reportInputMismatch(this, "Not an amount: %s", text);
            return new BigDecimal(text);
        }
    }

    private static final class RequirementAsForm extends StdSerializer<Requirement> {

        RequirementAsForm() {
            super(Requirement.class);
        }

        @Override
        public void serialize(
                Requirement requirement, JsonGenerator json, SerializationContext context) {
            context.writeValue(json, RequirementForm.write(requirement));
        }
    }

    private static final class FormAsRequirement extends StdDeserializer<Requirement> {

        FormAsRequirement() {
            super(Requirement.class);
        }

        @Override
        public Requirement deserialize(JsonParser json, DeserializationContext context) {
            try {
                return RequirementForm.read(context.readValue(json, Object.class));
            } catch (InvalidRequirement e) {
                return context.reportInputMismatch(this, "Not a requirement: %s", e.getMessage());
            }
        }
    }

    /** Sorts sets, so that the same event has the same bytes. */
    private static final class SortedSets extends StdSerializer<Set<?>> {

        SortedSets() {
            super(Set.class);
        }

        @Override
        public void serialize(Set<?> set, JsonGenerator json, SerializationContext context) {
            json.writeStartArray();
            for (var element : set.stream().sorted().toList()) context.writeValue(json, element);
            json.writeEndArray();
        }
    }
}
