{{/* Environment of a service's containers: the ConfigMap, the Secrets of what it uses, and what its values add. */}}
{{- define "orders.environment" -}}
{{- $own := index .root.Values.services .name -}}
{{- $mongo := include "orders.ownMongo" . | fromYaml -}}
envFrom:
  {{- with include "orders.setting" (merge (dict "key" "envFrom") .) | fromYamlArray }}
  {{- toYaml . | nindent 2 }}
  {{- end }}
  - configMapRef: { name: {{ include "orders.prefix" .root }}-config }
  {{- if and (has "mongo" $own.uses) (not $mongo) }}
  - secretRef: { name: {{ include "orders.secretName" (dict "root" .root "name" "mongo") }} }
  {{- end }}
  {{- if and (has "redis" $own.uses) (or .root.Values.secrets.redis.existingSecret .root.Values.secrets.redis.url) }}
  - secretRef: { name: {{ include "orders.secretName" (dict "root" .root "name" "redis") }} }
  {{- end }}
  {{- if eq .name "auth" }}
  - secretRef: { name: {{ include "orders.secretName" (dict "root" .root "name" "jwt") }} }
  {{- end }}
  {{- if and (eq .name "processor") (or .root.Values.secrets.webhooks.existingSecret (include "orders.webhookKey" .root)) }}
  - secretRef: { name: {{ include "orders.secretName" (dict "root" .root "name" "webhooks") }} }
  {{- end }}
  {{- if and (or (has "sqs" $own.uses) (has "ses" $own.uses)) (or .root.Values.secrets.aws.existingSecret .root.Values.secrets.aws.accessKeyId) }}
  - secretRef: { name: {{ include "orders.secretName" (dict "root" .root "name" "aws") }} }
  {{- end }}
{{- $variables := include "orders.variables" . | fromYamlArray }}
{{- $extra := include "orders.setting" (merge (dict "key" "extraEnv") .) | fromYamlArray }}
env: {{- include "orders.overlayList" (dict "under" $variables "over" $extra) | nindent 2 }}
{{- end -}}

{{- define "orders.variables" -}}
{{- $own := index .root.Values.services .name -}}
{{- with include "orders.ownMongo" . | fromYaml }}
- { name: MONGO_URI, valueFrom: { secretKeyRef: { name: {{ .secret }}, key: {{ .key }} } } }
{{- end }}
{{- if hasKey $own.ports "grpc" }}
- { name: {{ upper .name }}_GRPC_PORT, value: {{ $own.ports.grpc | quote }} }
{{- end }}
{{- if hasKey $own.ports "http" }}
- { name: PORT, value: {{ $own.ports.http | quote }} }
{{- end }}
- { name: {{ upper .name }}_METRICS_PORT, value: {{ $own.ports.metrics | quote }} }
{{- range $callee := $own.calls }}
- { name: {{ upper $callee }}_GRPC_ADDRESSES, value: {{ include "orders.grpcAddress" (dict "root" $.root "name" $callee) | quote }} }
{{- end }}
{{- range $key, $value := include "orders.setting" (merge (dict "key" "env") .) | fromYaml }}
- { name: {{ $key }}, value: {{ $value | quote }} }
{{- end }}
{{- if .servesGrpc }}
- { name: GRPC_TLS_CERT, value: /certificates/tls.crt }
- { name: GRPC_TLS_KEY, value: /certificates/tls.key }
- { name: GRPC_TLS_CA, value: /certificates/ca.crt }
{{- end }}
{{- end -}}

{{/* What all spans of the release tell of their source, as OTEL_RESOURCE_ATTRIBUTES has it. */}}
{{- define "orders.resourceAttributes" -}}
{{- $known := dict "service.version" .Chart.AppVersion "service.namespace" .Release.Name "k8s.namespace.name" .Release.Namespace -}}
{{- $pairs := list -}}
{{- range $key, $value := merge (deepCopy .Values.tracing.resourceAttributes) $known -}}
{{- $pairs = append $pairs (printf "%s=%s" $key $value) -}}
{{- end -}}
{{- join "," $pairs -}}
{{- end -}}
