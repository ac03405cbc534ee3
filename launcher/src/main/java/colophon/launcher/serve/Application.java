package colophon.launcher.serve;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;

/** What Spring finds and puts together for {@code serve}. */
@SpringBootApplication(
        scanBasePackages = "colophon",
        proxyBeanMethods = false,
        nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class) // two rooms, one word
public class Application {}
