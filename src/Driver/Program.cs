using SparkEtl.Driver;

return await SparkEtlApp.RunAsync(args, pipelines => pipelines);
