package colophon.launcher.serve;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;

/** What Spring finds and puts together for {@code serve}. */
@SpringBootApplication(
        scanBasePackages = {
            "colophon.commands",
            "colophon.views",
            "colophon.security",
            "colophon.web",
            "colophon.launcher"
        }, // not all of colophon: facts and storage have nothing for Spring to find
        proxyBeanMethods = false,
        nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class) // two rooms, one word
public class Application {}
