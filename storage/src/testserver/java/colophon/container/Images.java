package colophon.container;

import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.PullResponseItem;

import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.images.AbstractImagePullPolicy;
import org.testcontainers.images.ImageData;
import org.testcontainers.utility.DockerImageName;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Container images that tests can use on this machine, or the reason why not. */
public final class Images {

    private Images() {}

    /** The image named by this variable, or else the other one. */
    public static String named(String variable, String otherwise) {
        var given = System.getenv(variable);
        return given == null || given.isBlank() ? otherwise : given;
    }

    /**
     * Why no container of this image can be started here, as the end of a sentence; empty if one
     * can. Pulls the image if it is missing.
     */
    public static String whyNot(String image) {
        // Checked before any call of the library: inside a container it would pull an image to find
        // out its own address.
        if (Files.exists(Path.of("/.dockerenv"))
                && System.getenv("TESTCONTAINERS_HOST_OVERRIDE") == null)
            return "within a container TESTCONTAINERS_HOST_OVERRIDE must say where ports are"
                    + " published (localhost, if Docker runs in the same one)";
        if (!DockerClientFactory.instance().isDockerAvailable())
            return "there is no Docker to start one with";
        return isHere(image) || pull(image) ? "" : "its image " + image + " cannot be had";
    }

    /** A container of an image for which {@link #whyNot} returned an empty text. */
    public static GenericContainer<?> container(String image) {
        return new GenericContainer<>(DockerImageName.parse(image))
                .withImagePullPolicy(new NeverAgain());
    }

    private static boolean isHere(String image) {
        try {
            DockerClientFactory.instance().client().inspectImageCmd(image).exec();
            return true;
        } catch (NotFoundException _) {
            return false;
        }
    }

    /** A registry that is silent for a minute counts as missing. */
    private static boolean pull(String image) {
        var answered = new CountDownLatch(1);
        try (var pulling =
                DockerClientFactory.instance()
                        .client()
                        .pullImageCmd(image)
                        .exec(
                                new ResultCallback.Adapter<PullResponseItem>() {
                                    @Override
                                    public void onNext(PullResponseItem item) {
                                        answered.countDown();
                                    }

                                    @Override
                                    public void onError(Throwable failure) {
                                        super.onError(failure);
                                        answered.countDown();
                                    }
                                })) {
            return answered.await(1, TimeUnit.MINUTES)
                    && pulling.awaitCompletion(5, TimeUnit.MINUTES)
                    && isHere(image);
        } catch (Exception _) {
            return false;
        }
    }

    /** The image was already looked for, and pulled if possible. */
    private static final class NeverAgain extends AbstractImagePullPolicy {
        @Override
        protected boolean shouldPullCached(DockerImageName name, ImageData data) {
            return false;
        }
    }
}
