package colophon.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;

/**
 * An architecture rule, and a class that breaks it, which proves that the rule can fail.
 *
 * @param over the classes that the rule checks
 * @param brokenBy a class that breaks this rule on purpose
 */
record HouseRule(ArchRule rule, JavaClasses over, Class<?> brokenBy) {

    @Override
    public String toString() {
        return rule.getDescription();
    }
}
