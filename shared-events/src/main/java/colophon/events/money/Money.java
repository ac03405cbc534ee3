package colophon.events.money;

import static java.math.RoundingMode.UNNECESSARY;

import java.math.BigDecimal;
import java.util.Currency;

/**
 * An exact amount in one currency, with that currency's number of decimals (two for USD). It may be
 * negative, since differences are amounts too. Events store only positive amounts.
 */
public record Money(BigDecimal amount, Currency currency) implements Comparable<Money> {

    /**
     * Widens {@code amount} to the decimals of its currency.
     *
     * @throws ArithmeticException if it has more decimals than the currency
     */
    public Money {
        amount = amount.setScale(currency.getDefaultFractionDigits(), UNNECESSARY);
    }

    /** Nothing, in this currency. */
    public static Money zero(Currency currency) {
        return new Money(BigDecimal.ZERO, currency);
    }

    /** The sum. Throws IllegalArgumentException if the currencies differ. */
    public Money plus(Money other) {
        return new Money(amount.add(same(other).amount), currency);
    }

    /** The difference, negative if {@code other} is more. Throws if the currencies differ. */
    public Money minus(Money other) {
        return new Money(amount.subtract(same(other).amount), currency);
    }

    /** The same amount with the other sign. */
    public Money negated() {
        return new Money(amount.negate(), currency);
    }

    /** The smaller of the two. Throws IllegalArgumentException if the currencies differ. */
    public Money min(Money other) {
        return compareTo(other) <= 0 ? this : other;
    }

    /** The larger of the two. Throws IllegalArgumentException if the currencies differ. */
    public Money max(Money other) {
        return compareTo(other) >= 0 ? this : other;
    }

    /** This amount, or zero if it is negative. */
    public Money orZero() {
        return isNegative() ? zero(currency) : this;
    }

    /** True if it is above zero. */
    public boolean isPositive() {
        return amount.signum() > 0;
    }

    /** True if it is below zero. */
    public boolean isNegative() {
        return amount.signum() < 0;
    }

    /** True if it is exactly zero. */
    public boolean isZero() {
        return amount.signum() == 0;
    }

    /** Compares by amount. Throws IllegalArgumentException if the currencies differ. */
    @Override
    public int compareTo(Money other) {
        return amount.compareTo(same(other).amount);
    }

    /** The amount as people read it: {@code 1395.00 USD}. */
    @Override
    public String toString() {
        return amount.toPlainString() + " " + currency.getCurrencyCode();
    }

    private Money same(Money other) {
        if (!currency.equals(other.currency))
            throw new IllegalArgumentException(this + " and " + other + " are in two currencies");
        return other;
    }
}
