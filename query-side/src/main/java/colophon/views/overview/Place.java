package colophon.views.overview;

import colophon.views.offering.Term;

/** Where in the overviews something counts. */
record Place(String programId, Term term) {}
