package colophon.events.fund;

/** Everything that lies in the stream of one fund: its own changes, and those of its awards. */
public interface FundEvent {

    /** The fund this is about. */
    String fundId();
}
