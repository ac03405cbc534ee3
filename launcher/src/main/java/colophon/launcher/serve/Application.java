package colophon.launcher.serve;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;

/** What Spring scans and configures for {@code serve}. */
@SpringBootApplication(
        scanBasePackages = {
            "colophon.api",
            "colophon.commands",
            "colophon.views",
            "colophon.security",
            "colophon.web",
            "colophon.launcher"
        }, // facts and storage have no beans
        proxyBeanMethods = false,
        nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class) // equal names
public class Application {}
