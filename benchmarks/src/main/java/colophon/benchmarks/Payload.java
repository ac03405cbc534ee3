package colophon.benchmarks;

/** An event of some 300 bytes of JSON. */
record Payload(String text) {

    static final Payload EXAMPLE = new Payload("c".repeat(289));
}
