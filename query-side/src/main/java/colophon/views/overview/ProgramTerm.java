package colophon.views.overview;

import colophon.views.offering.Term;

/** The program and term in whose figures something counts. */
record ProgramTerm(String programId, Term term) {}
