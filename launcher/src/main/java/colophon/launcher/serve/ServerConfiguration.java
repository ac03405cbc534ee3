package colophon.launcher.serve;

import colophon.commands.desk.Barrier;
import colophon.commands.desk.HeadBarrier;
import colophon.commands.desk.Subjects;
import colophon.storage.ServerStorage;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

import java.net.InetAddress;

/** The server mode: everything in databases that any number of processes share. */
@Configuration(proxyBeanMethods = false)
@Conditional(InServerMode.class)
class ServerConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(ServerConfiguration.class);

    @Bean(destroyMethod = "close")
    ServerStorage storage(
            Roles roles,
            @Value("${colophon.mongodb.uri}") String uri,
            @Value("${server.address}") InetAddress address,
            @Value("${colophon.trusted-network}") boolean trusted) {
        checkWhoMayConnect(address, trusted);
        var storage = ServerStorage.open(uri);
        LOG.info("Server mode on {}, roles {}", storage.database().description(), roles);
        return storage;
    }

    /** How long decisions wait for it is worth watching: it is a round trip to the database. */
    @Bean
    Barrier barrier(ServerStorage storage, Subjects subjects, MeterRegistry meters) {
        var barrier = new HeadBarrier(new LogOfMany(storage), subjects);
        var waited =
                Timer.builder("colophon.commands.barrier")
                        .description("Until what other processes wrote was known")
                        .publishPercentiles(0.5, 0.99)
                        .register(meters);
        return new Barrier() {
            @Override
            public void pass() {
                waited.record(barrier::pass);
            }

            @Override
            public void wrote(long commit) {
                barrier.wrote(commit);
            }
        };
    }

    /**
     * There is no sign-in yet: who is let in is decided by the network, on purpose or not at all.
     */
    private static void checkWhoMayConnect(InetAddress address, boolean trusted) {
        if (address.isLoopbackAddress()) return;
        if (!trusted)
            throw new RefusedSettingException(
                    "server.address is %s, and there is no sign-in yet: everybody who reaches it could read and change everything; say --colophon.trusted-network=true if only a proxy that you control does, or leave server.address out"
                            .formatted(address.getHostAddress()));
        LOG.warn(
                "There is no sign-in: everybody who reaches {} can read and change everything",
                address.getHostAddress());
    }
}
