package colophon.commands.campus;

import colophon.events.money.Money;

import java.math.BigDecimal;
import java.util.Currency;

/** Short makers of amounts. */
public final class Sums {

    /** The currency of most tests. */
    public static final Currency USD = Currency.getInstance("USD");

    private Sums() {}

    /** An amount in dollars: {@code usd("1395.00")}. */
    public static Money usd(String amount) {
        return new Money(new BigDecimal(amount), USD);
    }

    /** An amount in euros. */
    public static Money eur(String amount) {
        return new Money(new BigDecimal(amount), Currency.getInstance("EUR"));
    }
}
