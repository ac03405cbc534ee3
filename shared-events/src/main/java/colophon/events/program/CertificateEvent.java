package colophon.events.program;

import colophon.events.InCatalog;

/** Everything that can happen to one certificate. */
@InCatalog
public sealed interface CertificateEvent permits CertificateDefined, RequirementRevised {

    /** The certificate this is about. */
    String certificateId();
}
