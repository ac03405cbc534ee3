package colophon.security;

import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;

/**
 * True where the settings name an OpenID Connect provider. The provider then authenticates
 * everyone.
 */
public final class ProviderCondition implements Condition {

    /** The setting that names the provider. */
    public static final String ISSUER = "colophon.oidc.issuer";

    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
        return isOn(context.getEnvironment());
    }

    /** True if these settings name a provider. */
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
