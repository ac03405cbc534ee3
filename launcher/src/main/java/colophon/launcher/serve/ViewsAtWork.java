package colophon.launcher.serve;

/** Whatever reads the log into the views in this process. */
interface ViewsAtWork {

    /** True if it has stopped by itself: what is asked then gets older and older answers. */
    boolean isBroken();
}
