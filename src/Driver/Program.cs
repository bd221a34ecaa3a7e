using SparkEtl.Driver;
using SparkEtl.Processing.Claims;
using SparkEtl.Processing.Visits;

return await SparkEtlApp.RunAsync(args, pipelines => pipelines.Add<ClaimsPipeline>().Add<VisitsPipeline>());
