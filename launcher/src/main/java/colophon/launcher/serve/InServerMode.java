package colophon.launcher.serve;

import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** True where a MongoDB server is named; everything else follows from that. */
final class InServerMode implements Condition {

    static final String URI = "colophon.mongodb.uri";

    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
        return isOn(context.getEnvironment());
    }

    static boolean isOn(Environment settings) {
        return !settings.getProperty(URI, "").isEmpty();
    }
}
