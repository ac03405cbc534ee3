package colophon.architecture.wrong.colophon.events;

/** Breaks the rule that a simple name stands for one type: there is another Twin. */
public class Twin {}
