package colophon.commands.campus;

import colophon.events.money.Money;

import java.math.BigDecimal;
import java.util.Currency;

/** Amounts, as short as a test wants them. */
public final class Sums {

    /** The currency of most tests. */
    public static final Currency USD = Currency.getInstance("USD");

    private Sums() {}

    /** So many dollars: {@code usd("1395.00")}. */
    public static Money usd(String amount) {
        return new Money(new BigDecimal(amount), USD);
    }

    /** So many euros. */
    public static Money eur(String amount) {
        return new Money(new BigDecimal(amount), Currency.getInstance("EUR"));
    }
}
