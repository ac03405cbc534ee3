package colophon.storage.mongo.appending;

/** Mistakes of an appender that would lose commits. The simulation must catch each of them. */
enum WrongAppender {
    NOTHING,
    READS_WHAT_ONLY_THE_PRIMARY_HAS,
    NUMBERS_ANEW_AFTER_AN_UNKNOWN_RESULT,
    HAS_TWO_BATCHES_ON_THEIR_WAY,
    INSERTS_OUT_OF_ORDER,
    TAKES_A_DUPLICATE_KEY_FOR_SUCCESS,
    TAKES_ITS_OWN_FOR_ANOTHERS;

    Appender appender() {
        return switch (this) {
            case NUMBERS_ANEW_AFTER_AN_UNKNOWN_RESULT ->
                    new Appender() {
                        @Override
                        void unknown() {
                            forgetTip();
                            next();
                        }
                    };
            case TAKES_A_DUPLICATE_KEY_FOR_SUCCESS ->
                    new Appender() {
                        @Override
                        void taken(int index) {
                            landed(index + 1);
                            next();
                        }
                    };
            default -> new Appender();
        };
    }
}
