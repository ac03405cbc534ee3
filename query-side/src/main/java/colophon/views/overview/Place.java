package colophon.views.overview;

import colophon.views.offering.Term;

/** The program and term in whose figures something counts. */
record Place(String programId, Term term) {}
