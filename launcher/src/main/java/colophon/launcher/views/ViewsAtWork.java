package colophon.launcher.views;

/** Whatever reads the log into the views in this process. */
public interface ViewsAtWork {

    /** True if it has stopped by itself: what is asked then gets older and older answers. */
    boolean isBroken();
}
