package colophon.events.account;

import colophon.events.money.Money;

import java.time.LocalDate;

/** A part of what is owed and the day it is due. */
public record Instalment(LocalDate dueOn, Money amount) {}
