package colophon.security;

import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** True where an OpenID Connect provider is named: it vouches for everybody then. */
public final class WithProvider implements Condition {

    /** The setting that names it. */
    public static final String ISSUER = "colophon.oidc.issuer";

    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
        return isOn(context.getEnvironment());
    }

    /** True if these settings name one. */
    public static boolean isOn(Environment settings) {
        return !settings.getProperty(ISSUER, "").isEmpty();
    }

    /** True where the accounts are our own. */
    public static final class Without implements Condition {

        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return !isOn(context.getEnvironment());
        }
    }
}
