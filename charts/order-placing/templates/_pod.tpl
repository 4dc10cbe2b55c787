{{/* The pod of a service, with what its values say laid over it last. */}}
{{- define "orders.pod" -}}
{{- $pod := include "orders.podOfChart" . | fromYaml -}}
{{- if hasKey $pod "Error" }}{{ fail (printf "services.%s: %s" .name $pod.Error) }}{{ end -}}
{{- $podSpec := include "orders.setting" (merge (dict "key" "podSpec") .) | fromYaml -}}
{{- include "orders.overlay" (dict "under" $pod "over" $podSpec) -}}
{{- end -}}

{{- define "orders.podOfChart" -}}
{{- $service := index .root.Values.services .name -}}
{{- $image := .root.Values.image -}}
{{- $mutualTls := .root.Values.mutualTls.enabled -}}
{{- $securityContext := include "orders.setting" (merge (dict "key" "securityContext") .) -}}
{{- $resources := include "orders.setting" (merge (dict "key" "resources") .) -}}
{{- $mounts := include "orders.setting" (merge (dict "key" "extraVolumeMounts") .) | fromYamlArray -}}
{{- $volumes := include "orders.setting" (merge (dict "key" "extraVolumes") .) | fromYamlArray -}}
serviceAccountName: {{ include "orders.serviceAccountName" . }}
automountServiceAccountToken: false
enableServiceLinks: false
terminationGracePeriodSeconds: {{ include "orders.setting" (merge (dict "key" "terminationGracePeriodSeconds") .) }}
securityContext: {{- include "orders.setting" (merge (dict "key" "podSecurityContext") .) | nindent 2 }}
{{- with include "orders.pullSecrets" .root }}
imagePullSecrets: {{- . }}
{{- end }}
{{- if has "mongo" $service.uses }}
initContainers:
  # The indexes are there before the service, on every upgrade.
  - name: migrate
    image: {{ include "orders.image" . }}
    imagePullPolicy: {{ $image.pullPolicy }}
    command: ["node", "dist/migrate.js"]
    securityContext: {{- $securityContext | nindent 6 }}
    resources: {{- $resources | nindent 6 }}
    {{- include "orders.environment" . | nindent 4 }}
    {{- with $mounts }}
    volumeMounts: {{- toYaml . | nindent 6 }}
    {{- end }}
{{- end }}
containers:
  - name: {{ .name }}
    image: {{ include "orders.image" . }}
    imagePullPolicy: {{ $image.pullPolicy }}
    securityContext: {{- $securityContext | nindent 6 }}
    ports:
      {{- range $port, $number := $service.ports }}
      - { name: {{ $port }}, containerPort: {{ $number }} }
      {{- end }}
    {{- include "orders.environment" (merge (dict "servesGrpc" $mutualTls) .) | nindent 4 }}
    {{- if or $mutualTls $mounts }}
    volumeMounts:
      {{- if $mutualTls }}
      # The folder, for a file mounted by itself never changes.
      - { name: certificates, mountPath: /certificates, readOnly: true }
      {{- end }}
      {{- with $mounts }}
      {{- toYaml . | nindent 6 }}
      {{- end }}
    {{- end }}
    startupProbe:
      httpGet: { path: /healthz, port: metrics }
      periodSeconds: 1
      failureThreshold: 60
    livenessProbe:
      httpGet: { path: /healthz, port: metrics }
      periodSeconds: 10
      timeoutSeconds: 5
      failureThreshold: 6
    readinessProbe:
      httpGet: { path: /readyz, port: metrics }
      periodSeconds: 1
      timeoutSeconds: 2
      failureThreshold: 2
    {{- with include "orders.setting" (merge (dict "key" "lifecycle") .) | fromYaml }}
    lifecycle: {{- toYaml . | nindent 6 }}
    {{- end }}
    resources: {{- $resources | nindent 6 }}
{{- if or $mutualTls $volumes }}
volumes:
  {{- if $mutualTls }}
  - name: certificates
    secret: { secretName: {{ include "orders.certificateSecretName" . }}, defaultMode: 0440 }
  {{- end }}
  {{- with $volumes }}
  {{- toYaml . | nindent 2 }}
  {{- end }}
{{- end }}
{{- with include "orders.setting" (merge (dict "key" "topologySpreadConstraints") .) | fromYamlArray }}
topologySpreadConstraints:
  {{- range . }}
  - {{- toYaml (merge . (dict "labelSelector" (dict "matchLabels" (include "orders.selectorLabels" $ | fromYaml)))) | nindent 4 }}
  {{- end }}
{{- end }}
{{- with include "orders.setting" (merge (dict "key" "priorityClassName") .) | trimAll "\"" }}
priorityClassName: {{ . }}
{{- end }}
{{- include "orders.placement" . }}
{{- end -}}

{{/* Which nodes a pod may run on. */}}
{{- define "orders.placement" -}}
{{- with include "orders.setting" (merge (dict "key" "nodeSelector") .) | fromYaml }}
nodeSelector: {{- toYaml . | nindent 2 }}
{{- end }}
{{- with include "orders.setting" (merge (dict "key" "tolerations") .) | fromYamlArray }}
tolerations: {{- toYaml . | nindent 2 }}
{{- end }}
{{- with include "orders.setting" (merge (dict "key" "affinity") .) | fromYaml }}
affinity: {{- toYaml . | nindent 2 }}
{{- end }}
{{- end -}}
