package colophon.commands.reach;

import colophon.commands.desk.Reach;
import colophon.commands.desk.Subjects;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Gives the gate its check of the ids in a command. */
@Configuration(proxyBeanMethods = false)
class ReachConfiguration {

    @Bean
    Reach reach(Subjects subjects) {
        return new Belongings(subjects);
    }
}
