package colophon.launcher.roles;

import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** True where the settings name a MongoDB server. The server mode depends on this setting alone. */
public final class ServerModeCondition implements Condition {

    /** The setting that names the server. */
    public static final String URI = "colophon.mongodb.uri";

    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
        return isOn(context.getEnvironment());
    }

    /** True if a server is named. */
    public static boolean isOn(Environment settings) {
        return !settings.getProperty(URI, "").isEmpty();
    }
}
