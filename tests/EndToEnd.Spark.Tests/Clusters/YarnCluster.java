import java.io.BufferedReader;
import java.io.File;
import java.io.FileOutputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.apache.hadoop.yarn.api.records.ApplicationId;
import org.apache.hadoop.yarn.api.records.ApplicationReport;
import org.apache.hadoop.yarn.client.api.YarnClient;
import org.apache.hadoop.yarn.conf.YarnConfiguration;
import org.apache.hadoop.yarn.server.MiniYARNCluster;

/** A YARN of one machine for the tests. Its argument is the folder for yarn-site.xml; a line of standard input is a question, its end ends it. */
public class YarnCluster {
    public static void main(String[] arguments) throws Exception {
        YarnConfiguration settings = new YarnConfiguration();
        settings.set("fs.defaultFS", "file:///");
        settings.set("yarn.nodemanager.disk-health-checker.max-disk-utilization-per-disk-percentage", "100.0");
        settings.set("yarn.scheduler.capacity.root.queues", "default");
        settings.set("yarn.scheduler.capacity.root.default.capacity", "100");
        settings.set("yarn.scheduler.capacity.root.default.maximum-capacity", "100");
        settings.set("yarn.scheduler.capacity.root.default.user-limit-factor", "1");
        settings.set("yarn.scheduler.capacity.root.default.state", "RUNNING");
        settings.set("yarn.scheduler.capacity.root.default.acl_submit_applications", "*");
        settings.set("yarn.scheduler.capacity.root.default.acl_administer_queue", "*");
        settings.set("yarn.scheduler.capacity.node-locality-delay", "-1");
        settings.set("yarn.scheduler.capacity.maximum-am-resource-percent", "1.0");
        settings.set("yarn.scheduler.minimum-allocation-mb", "128");
        settings.set("yarn.minicluster.yarn.nodemanager.resource.memory-mb", "12288");
        settings.set("yarn.nodemanager.resource.cpu-vcores", "16");
        // Containers are held to their memory, as on a cluster: what is in use and the address space, looked at often.
        settings.set("yarn.minicluster.control-resource-monitoring", "true");
        settings.set("yarn.nodemanager.resource.memory.enforced", "false"); // By the kernel's control groups, in place of the two below.
        settings.set("yarn.nodemanager.pmem-check-enabled", "true");
        settings.set("yarn.nodemanager.vmem-check-enabled", "true");
        settings.set("yarn.nodemanager.container-monitor.interval-ms", "500");
        MiniYARNCluster cluster = new MiniYARNCluster("sparketl", 1, 1, 1);
        cluster.init(settings);
        cluster.start();
        while (cluster.getConfig().get("yarn.resourcemanager.address").endsWith(":0")) {
            Thread.sleep(50);
        }
        try (OutputStream site = new FileOutputStream(new File(arguments[0], "yarn-site.xml"))) {
            cluster.getConfig().writeXml(site);
        }
        YarnClient client = YarnClient.createYarnClient();
        client.init(cluster.getConfig());
        client.start();
        System.out.println("ready");
        BufferedReader questions = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = questions.readLine(); line != null; line = questions.readLine()) {
            String[] words = line.split(" ");
            ApplicationId id = ApplicationId.fromString(words[1]);
            if (words[0].equals("kill")) {
                client.killApplication(id);
            }
            ApplicationReport report = client.getApplicationReport(id);
            System.out.println(report.getYarnApplicationState() + "\t" + report.getFinalApplicationStatus() + "\t"
                + String.valueOf(report.getDiagnostics()).replace('\n', ' ').replace('\t', ' '));
        }
        Runtime.getRuntime().halt(0);
    }
}
