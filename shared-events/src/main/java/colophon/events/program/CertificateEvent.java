package colophon.events.program;

/** Everything that can happen to one certificate. */
public sealed interface CertificateEvent permits CertificateDefined, RequirementRevised {

    /** The certificate this is about. */
    String certificateId();
}
