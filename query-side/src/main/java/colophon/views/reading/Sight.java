package colophon.views.reading;

/** What the one who asks may see. A query takes it as an argument, like its {@link Edition}. */
public interface Sight {

    /** True if what belongs to this institution may be shown. */
    boolean sees(String institutionId);

    /** Of somebody who sees everything. */
    static Sight whole() {
        return _ -> true;
    }
}
