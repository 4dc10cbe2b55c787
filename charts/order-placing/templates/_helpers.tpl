{{/* A setting of a service, or of the defaults; zero and false are values. */}}
{{- define "orders.setting" -}}
{{- $own := index .root.Values.services .name -}}
{{- $value := ternary (index $own .key) (index .root.Values.defaults .key) (hasKey $own .key) -}}
{{- if and (kindIs "map" $value) (hasKey .root.Values.defaults .key) -}}
{{- $value = mergeOverwrite (deepCopy (index .root.Values.defaults .key)) $value -}}
{{- end -}}
{{- toYaml $value -}}
{{- end -}}

{{- define "orders.fullname" -}}
{{- printf "%s-%s" .root.Release.Name .name | trunc 63 | trimSuffix "-" -}}
{{- end -}}

{{- define "orders.selectorLabels" -}}
app.kubernetes.io/name: {{ .name }}
app.kubernetes.io/instance: {{ .root.Release.Name }}
{{- end -}}

{{- define "orders.labels" -}}
{{ include "orders.selectorLabels" . }}
app.kubernetes.io/part-of: order-placing
app.kubernetes.io/version: {{ .root.Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .root.Release.Service }}
helm.sh/chart: {{ printf "%s-%s" .root.Chart.Name .root.Chart.Version }}
{{- end -}}

{{/* Labels of what belongs to the release as a whole. */}}
{{- define "orders.releaseLabels" -}}
app.kubernetes.io/instance: {{ .Release.Name }}
app.kubernetes.io/part-of: order-placing
app.kubernetes.io/version: {{ .Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
helm.sh/chart: {{ printf "%s-%s" .Chart.Name .Chart.Version }}
{{- end -}}

{{- define "orders.image" -}}
{{- $image := .root.Values.image -}}
{{- $own := index .root.Values.services .name -}}
{{- if $own.image -}}
{{- $own.image -}}
{{- else -}}
{{- $tag := default .root.Chart.AppVersion $image.tag -}}
{{- with $image.registry }}{{ trimSuffix "/" . }}/{{ end }}{{ $image.prefix }}{{ .name }}:{{ $tag }}
{{- end -}}
{{- end -}}

{{- define "orders.secretName" -}}
{{- $secret := index .root.Values.secrets .name -}}
{{- default (printf "%s-%s" .root.Release.Name .name) $secret.existingSecret -}}
{{- end -}}

{{/* The address of a service's pods, for clients that balance by themselves. */}}
{{- define "orders.grpcAddress" -}}
dns:///{{ include "orders.fullname" . }}.{{ .root.Release.Namespace }}.svc:{{ (index .root.Values.services .name).ports.grpc }}
{{- end -}}

{{- define "orders.podSecurityContext" -}}
runAsNonRoot: true
runAsUser: 1000
runAsGroup: 1000
fsGroup: 1000
seccompProfile: { type: RuntimeDefault }
{{- end -}}

{{- define "orders.containerSecurityContext" -}}
allowPrivilegeEscalation: false
readOnlyRootFilesystem: true
capabilities: { drop: ["ALL"] }
{{- end -}}

{{/* Who gives the certificates of mutual TLS: existing, cert-manager, chart; empty where it is off. */}}
{{- define "orders.certificatesFrom" -}}
{{- $tls := .Values.mutualTls -}}
{{- if not $tls.enabled -}}
{{- else if $tls.existingSecret -}}existing
{{- else if and $tls.certManager.enabled (.Capabilities.APIVersions.Has "cert-manager.io/v1/Certificate") -}}cert-manager
{{- else -}}chart
{{- end -}}
{{- end -}}

{{- define "orders.certificateSecretName" -}}
{{- $from := include "orders.certificatesFrom" .root -}}
{{- if eq $from "existing" -}}{{ .root.Values.mutualTls.existingSecret }}
{{- else if eq $from "cert-manager" -}}{{ include "orders.fullname" . }}-grpc
{{- else -}}{{ .root.Release.Name }}-grpc
{{- end -}}
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

{{/* Environment of a service's containers: the ConfigMap, and the Secrets of what it uses. */}}
{{- define "orders.environment" -}}
{{- $own := index .root.Values.services .name -}}
envFrom:
  - configMapRef: { name: {{ .root.Release.Name }}-config }
  {{- if has "mongo" $own.uses }}
  - secretRef: { name: {{ include "orders.secretName" (dict "root" .root "name" "mongo") }} }
  {{- end }}
  {{- if eq .name "auth" }}
  - secretRef: { name: {{ include "orders.secretName" (dict "root" .root "name" "jwt") }} }
  {{- end }}
  {{- if and (or (has "sqs" $own.uses) (has "ses" $own.uses)) (or .root.Values.secrets.aws.existingSecret .root.Values.secrets.aws.accessKeyId) }}
  - secretRef: { name: {{ include "orders.secretName" (dict "root" .root "name" "aws") }} }
  {{- end }}
env:
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
  {{- range $key, $value := include "orders.setting" (dict "root" .root "name" .name "key" "env") | fromYaml }}
  - { name: {{ $key }}, value: {{ $value | quote }} }
  {{- end }}
{{- end -}}
