package colophon.events.institution;

import colophon.events.InCatalog;

/** Everything that can happen to one institution. */
@InCatalog
public sealed interface InstitutionEvent permits InstitutionRegistered {

    /** The institution this is about. */
    String institutionId();
}
