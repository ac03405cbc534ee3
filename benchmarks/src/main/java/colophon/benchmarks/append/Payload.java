package colophon.benchmarks.append;

/** An event of about 300 bytes of JSON. */
public record Payload(String text) {

    public static final Payload EXAMPLE = new Payload("c".repeat(289));
}
