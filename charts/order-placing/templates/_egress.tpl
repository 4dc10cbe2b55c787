{{/* What the pods of a service may call. */}}
{{- define "orders.egress" -}}
{{- $service := index .root.Values.services .name -}}
{{- $config := .root.Values.config -}}
{{- $egress := .root.Values.networkPolicy.egress -}}
{{- $usesAws := or (has "sqs" $service.uses) (has "ses" $service.uses) -}}
# Name servers, wherever they are: in kube-system, or on the node itself.
- ports:
    - { port: 53, protocol: UDP }
    - { port: 53, protocol: TCP }
{{- range $callee := $service.calls }}
- ports:
    - { port: {{ (index $.root.Values.services $callee).ports.grpc }} }
  to:
    - podSelector:
        matchLabels: {{- include "orders.selectorLabels" (dict "root" $.root "name" $callee) | nindent 10 }}
{{- end }}
{{- if has "mongo" $service.uses }}
{{ include "orders.egressTo" (dict "ports" $egress.mongo.ports "to" $egress.mongo.to) }}
{{- end }}
{{- if has "redis" $service.uses }}
{{ include "orders.egressTo" (dict "ports" (list (include "orders.redisPort" .root)) "to" $egress.redis.to) }}
{{- end }}
{{- if $usesAws }}
{{ include "orders.egressTo" (dict "ports" (list (include "orders.portOf" (default "https://aws" $config.awsEndpointUrl))) "to" $egress.aws.to) }}
{{- if not $config.awsEndpointUrl }}
# The agent of EKS Pod Identity, on the node.
- ports:
    - { port: 80 }
  to:
    - ipBlock: { cidr: 169.254.170.23/32 }
    - ipBlock: { cidr: "fd00:ec2::23/128" }
{{- end }}
{{- end }}
{{- if eq .name "processor" }}
{{ include "orders.egressTo" $egress.webhooks }}
{{- end }}
{{- with .root.Values.tracing.endpoint }}
{{ include "orders.egressTo" (dict "ports" (list (include "orders.portOf" .)) "to" $egress.tracing.to) }}
{{- end }}
{{- with $egress.extra }}
{{ toYaml . }}
{{- end }}
{{- end -}}

{{- define "orders.egressTo" -}}
- ports:
    {{- range .ports }}
    - { port: {{ . }} }
    {{- end }}
  {{- with .to }}
  to: {{- toYaml . | nindent 4 }}
  {{- end }}
{{- end -}}

{{- define "orders.redisPort" -}}
{{- with .Values.secrets.redis.url -}}
{{- regexFind ":[0-9]+$" (urlParse .).host | default ":6379" | trimPrefix ":" -}}
{{- else -}}
{{- .Values.config.redisPort -}}
{{- end -}}
{{- end -}}

{{/* The port of an address, or that of its scheme. */}}
{{- define "orders.portOf" -}}
{{- $host := (urlParse .).host -}}
{{- with regexFind ":[0-9]+$" $host -}}{{ trimPrefix ":" . }}
{{- else -}}{{ hasPrefix "https:" . | ternary 443 80 }}
{{- end -}}
{{- end -}}
