{{/* What every name begins with. */}}
{{- define "orders.prefix" -}}
{{- if .Values.fullnameOverride -}}
{{- .Values.fullnameOverride -}}
{{- else if .Values.nameOverride -}}
{{- printf "%s-%s" .Release.Name .Values.nameOverride -}}
{{- else -}}
{{- .Release.Name -}}
{{- end -}}
{{- end -}}

{{- define "orders.fullname" -}}
{{- printf "%s-%s" (include "orders.prefix" .root) .name -}}
{{- end -}}

{{/* They never change: a Deployment's selector cannot. */}}
{{- define "orders.selectorLabels" -}}
app.kubernetes.io/name: {{ .name }}
app.kubernetes.io/instance: {{ include "orders.prefix" .root }}
{{- end -}}

{{/* Labels of what belongs to one service. */}}
{{- define "orders.labels" -}}
{{- $own := include "orders.selectorLabels" . | fromYaml -}}
{{- toYaml (merge $own (include "orders.releaseLabels" .root | fromYaml)) -}}
{{- end -}}

{{/* Labels of what belongs to the release as a whole. */}}
{{- define "orders.releaseLabels" -}}
{{- $selected := dict "app.kubernetes.io/instance" (include "orders.prefix" .) "app.kubernetes.io/part-of" "order-placing" -}}
{{- $usual := dict
  "app.kubernetes.io/version" .Chart.AppVersion
  "app.kubernetes.io/managed-by" .Release.Service
  "helm.sh/chart" (printf "%s-%s" .Chart.Name .Chart.Version | replace "+" "_") -}}
{{- toYaml (merge $selected .Values.commonLabels $usual) -}}
{{- end -}}

{{- define "orders.serviceAccountName" -}}
{{- $account := include "orders.setting" (merge (dict "key" "serviceAccount") .) | fromYaml -}}
{{- default (ternary (include "orders.fullname" .) "default" $account.create) $account.name -}}
{{- end -}}

{{- define "orders.image" -}}
{{- $image := .root.Values.image -}}
{{- $own := index .root.Values.services .name -}}
{{- if $own.image -}}
{{- $own.image -}}
{{- else -}}
{{- with default .root.Values.global.imageRegistry $image.registry }}{{ trimSuffix "/" . }}/{{ end -}}
{{- $image.prefix }}{{ .name -}}
{{- with index $image.digests .name }}@{{ . }}{{ else }}:{{ default .root.Chart.AppVersion $image.tag }}{{ end -}}
{{- end -}}
{{- end -}}

{{/* Names of the Secrets for the registry; a parent chart gives names or {name}. */}}
{{- define "orders.pullSecrets" -}}
{{- range default .Values.global.imagePullSecrets .Values.image.pullSecrets }}
- name: {{ kindIs "map" . | ternary . (dict "name" .) | dig "name" "" }}
{{- end -}}
{{- end -}}

{{/* The address of a service's pods, for clients that balance by themselves. */}}
{{- define "orders.grpcAddress" -}}
dns:///{{ include "orders.fullname" . }}.{{ .root.Release.Namespace }}.svc:{{ (index .root.Values.services .name).ports.grpc }}
{{- end -}}
