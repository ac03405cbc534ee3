package colophon.launcher.views;

/** Reads the log into the views in this process. */
public interface ViewUpdater {

    /** True if it has stopped because of a failure, so that answers become older and older. */
    boolean isBroken();
}
