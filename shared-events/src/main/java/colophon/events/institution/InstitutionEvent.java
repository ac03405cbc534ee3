package colophon.events.institution;

/** Everything that can happen to one institution. */
public sealed interface InstitutionEvent permits InstitutionRegistered {

    /** The institution this is about. */
    String institutionId();
}
