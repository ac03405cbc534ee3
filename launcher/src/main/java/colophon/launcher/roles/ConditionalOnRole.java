package colophon.launcher.roles;

import colophon.launcher.roles.ProcessRoles.ProcessRole;

import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.core.type.AnnotatedTypeMetadata;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Objects;

/** Marks a bean that exists only in processes with one of these roles. */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Conditional(ConditionalOnRole.Decision.class)
public @interface ConditionalOnRole {

    /** The roles. */
    ProcessRole[] value();

    /** Compares the roles with the settings. */
    final class Decision implements Condition {

        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            var roles = ProcessRoles.of(context.getEnvironment());
            var attributes =
                    Objects.requireNonNull(
                            metadata.getAnnotationAttributes(ConditionalOnRole.class.getName()));
            for (var role : (ProcessRole[]) Objects.requireNonNull(attributes.get("value")))
                if (roles.include(role)) return true;
            return false;
        }
    }
}
