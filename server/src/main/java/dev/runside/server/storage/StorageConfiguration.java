package dev.runside.server.storage;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.runside.server.problem.StartRefused;
import dev.runside.server.storage.postgres.DatabaseAddress;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The order in which storage comes up: directory, lock, PostgreSQL, pool, server lock, migrations,
 * epoch, clock.
 */
@Configuration(proxyBeanMethods = false)
class StorageConfiguration {

    private static final int SUPERSEDED_EXIT = 3;

    @Bean
    DataDirectory dataDirectory(StorageSettings settings) {
        return DataDirectory.make(settings.data());
    }

    @Bean
    DirectoryLock directoryLock(DataDirectory directory) {
        return DirectoryLock.take(directory);
    }

    @Bean
    Database database(StorageSettings settings, DataDirectory directory, DirectoryLock held) {
        return Database.open(settings, directory);
    }

    @Bean
    HikariDataSource dataSource(Database database, @Value("${runside.pool:12}") int connections) {
        DatabaseAddress address = database.address();
        var config = new HikariConfig();
        config.setPoolName("runside");
        config.setJdbcUrl(address.url());
        config.setUsername(address.user());
        config.setPassword(address.password());
        config.setMaximumPoolSize(connections);
        config.setMinimumIdle(2);
        config.setConnectionTimeout(5_000);
        config.setInitializationFailTimeout(30_000);
        return new HikariDataSource(config);
    }

    @Bean
    ServerLock serverLock(Database database) {
        return new ServerLock(database.address());
    }

    @Bean
    FlywayMigrationStrategy migrateAsTheOneServer(ServerLock lock) {
        return flyway -> {
            try {
                lock.await();
            } catch (SQLException e) {
                throw new StartRefused(
                        "The database does not answer: " + e.getMessage(),
                        "Start it, then Runside again.");
            }
            flyway.migrate();
        };
    }

    @Bean
    @DependsOnDatabaseInitialization
    Epoch epoch(JdbcClient database) {
        return Epoch.raise(database);
    }

    @Bean
    EpochTransactionManager transactionManager(DataSource source, ObjectProvider<Epoch> epoch) {
        return new EpochTransactionManager(source, epoch);
    }

    @Bean
    Reign reign(
            ServerLock lock,
            Epoch epoch,
            JdbcClient database,
            ConfigurableApplicationContext context) {
        return new Reign(
                lock,
                epoch,
                database,
                () ->
                        Thread.ofPlatform()
                                .start(() ->
                                        System.exit(
                                                SpringApplication.exit(
                                                        context, () -> SUPERSEDED_EXIT))));
    }

    @Bean
    MachineClock machineClock() {
        return InstantSource.system()::instant;
    }

    @Bean
    @DependsOnDatabaseInitialization
    ClockKeeper clockKeeper(JdbcClient database, MachineClock machine) {
        return new ClockKeeper(database, machine::instant);
    }

    @Bean
    ServerClock serverClock(ClockKeeper keeper) {
        return keeper.clock();
    }

    @Bean
    Ids ids(ServerClock clock) {
        return new Ids(clock);
    }

    @Bean
    DurableSettings durableSettings(JdbcClient database, Database source) {
        var settings = new DurableSettings(database);
        List<String> off = settings.off();
        if (source.embedded() && !off.isEmpty()) {
            throw new StartRefused(
                    "The embedded PostgreSQL runs with "
                            + off
                            + " off and could lose what it has committed",
                    "This is a fault of Runside; please report it.");
        }
        return settings;
    }
}
