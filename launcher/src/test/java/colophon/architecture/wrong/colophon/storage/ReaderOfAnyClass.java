package colophon.architecture.wrong.colophon.storage;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.BasicPolymorphicTypeValidator;

public final class ReaderOfAnyClass {

    JsonMapper mapper() {
        var all = BasicPolymorphicTypeValidator.builder().allowIfSubType(Object.class).build();
        return JsonMapper.builder().activateDefaultTyping(all).build();
    }
}
