package colophon.launcher.serve;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/** What Spring finds and puts together for {@code serve}. */
@SpringBootApplication(scanBasePackages = "colophon", proxyBeanMethods = false)
public class Application {}
