package colophon.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;

/**
 * A rule of the house, and a class that breaks it: a rule nobody has seen fail may be asleep.
 *
 * @param over the classes that it is about
 * @param brokenBy a class made for breaking this rule
 */
record HouseRule(ArchRule rule, JavaClasses over, Class<?> brokenBy) {

    @Override
    public String toString() {
        return rule.getDescription();
    }
}
