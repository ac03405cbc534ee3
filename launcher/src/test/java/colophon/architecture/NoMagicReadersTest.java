package colophon.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaEnumConstant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Known ways to run foreign code by deserialization are not on the class path. */
class NoMagicReadersTest {

    private static final String TYPE_INFO = JsonTypeInfo.class.getName();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "com.thoughtworks.xstream.XStream",
                "org.apache.commons.collections.functors.InvokerTransformer",
                "org.apache.commons.collections4.functors.InvokerTransformer",
                "org.codehaus.groovy.runtime.ConvertedClosure",
                "bsh.Interpreter",
                "com.mchange.v2.c3p0.ComboPooledDataSource",
                "com.esotericsoftware.kryo.Kryo",
                "com.caucho.hessian.io.HessianInput"
            })
    void a_library_that_makes_objects_of_any_class_is_absent(String name) {
        assertThat(isThere(name)).as(name).isFalse();
    }

    @Test
    void the_search_finds_what_is_there() {
        assertThat(isThere(TYPE_INFO)).isTrue();
    }

    @Test
    void no_type_of_ours_is_written_with_the_name_of_its_class() {
        assertThat(House.MAIN.that(isNamedByItsClass())).isEmpty();
        assertThat(House.TESTS.contain(Named.class)).isTrue();
        assertThat(isNamedByItsClass().test(House.TESTS.get(Named.class))).isTrue();
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.CLASS)
    record Named(String value) {}

    private static DescribedPredicate<JavaClass> isNamedByItsClass() {
        return DescribedPredicate.describe(
                "is named by its class",
                type ->
                        type.tryGetAnnotationOfType(TYPE_INFO)
                                .flatMap(info -> info.get("use"))
                                .filter(use -> ((JavaEnumConstant) use).name().contains("CLASS"))
                                .isPresent());
    }

    private static boolean isThere(String name) {
        try {
            return Class.forName(name) != null;
        } catch (ClassNotFoundException _) {
            return false;
        }
    }
}
