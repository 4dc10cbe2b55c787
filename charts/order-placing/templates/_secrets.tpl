{{- define "orders.secretName" -}}
{{- $secret := index .root.Values.secrets .name -}}
{{- default (include "orders.fullname" .) $secret.existingSecret -}}
{{- end -}}

{{/* Where a service's own connection string to MongoDB is, as {secret, key}; empty where it uses that of all. */}}
{{- define "orders.ownMongo" -}}
{{- with (index .root.Values.services .name).mongo -}}
{{- if or .existingSecret .uri -}}
secret: {{ default (printf "%s-mongo" (include "orders.fullname" $)) .existingSecret }}
key: {{ default "MONGO_URI" .key }}
{{- end -}}
{{- end -}}
{{- end -}}

{{/* What lookup finds, or what was made: each is decided once for all templates, or a checksum would be of another key than the pods'. */}}
{{- define "orders.signingKey" -}}
{{- if not (hasKey . "orders.signingKey") -}}
{{- $name := include "orders.fullname" (dict "root" . "name" "jwt") -}}
{{- $kept := dig "data" "JWT_PRIVATE_KEY" "" (lookup "v1" "Secret" .Release.Namespace $name) | b64dec -}}
{{- $known := coalesce .Values.secrets.jwt.privateKey $kept -}}
{{- if not (or $known (include "orders.hasCluster" .)) -}}
{{- fail (include "orders.noSigningKey" .) -}}
{{- end -}}
{{- $_ := set . "orders.signingKey" (coalesce $known (genPrivateKey "ecdsa")) -}}
{{- end -}}
{{- index . "orders.signingKey" -}}
{{- end -}}

{{/* The data of the Secret with the certificate that the chart made: another authority's would not be believed by the pods before it. */}}
{{- define "orders.certificate" -}}
{{- if not (hasKey . "orders.certificate") -}}
{{- $name := include "orders.fullname" (dict "root" . "name" "grpc") -}}
{{- $data := dig "data" dict (lookup "v1" "Secret" .Release.Namespace $name) -}}
{{- if not (or $data (include "orders.hasCluster" .)) -}}
{{- fail (include "orders.noCertificate" .) -}}
{{- end -}}
{{- if not $data -}}
{{- $authority := genCA (printf "%s-authority" $name) 3650 -}}
{{- $made := genSignedCert (include "orders.prefix" .) nil (list "auth" "inventory" "order" "processor") 3650 $authority -}}
{{- $data = dict "tls.crt" (b64enc $made.Cert) "tls.key" (b64enc $made.Key) "ca.crt" (b64enc $authority.Cert) -}}
{{- end -}}
{{- $_ := set . "orders.certificate" $data -}}
{{- end -}}
{{- toYaml (index . "orders.certificate") -}}
{{- end -}}

{{/* Not empty where lookup finds what every namespace or, where that is yet to be made, every cluster has. */}}
{{- define "orders.hasCluster" -}}
{{- if or (lookup "v1" "ServiceAccount" .Release.Namespace "default") (lookup "v1" "Namespace" "" "kube-system") }}true{{ end -}}
{{- end -}}

{{- define "orders.noSigningKey" }}
secrets.jwt: rendering without a cluster makes no key, since every rendering would make another and end all sessions. Make one once:
  openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -out jwt.pem
and give it with --set-file secrets.jwt.privateKey=jwt.pem, or keep it in a Secret that secrets.jwt.existingSecret names:
  kubectl -n {{ .Release.Namespace }} create secret generic order-placing-jwt --from-file=JWT_PRIVATE_KEY=jwt.pem
{{- end }}

{{- define "orders.noCertificate" }}
mutualTls: rendering without a cluster makes no certificate, since every rendering would make another authority. Set mutualTls.certManager.enabled, or make one once:
  openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 3650 -subj /CN=authority -keyout ca.key -out ca.crt
  openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 3650 -subj /CN=services -addext basicConstraints=critical,CA:FALSE -addext subjectAltName=DNS:auth,DNS:inventory,DNS:order,DNS:processor -CA ca.crt -CAkey ca.key -keyout tls.key -out tls.crt
and keep it in a Secret that mutualTls.existingSecret names:
  kubectl -n {{ .Release.Namespace }} create secret generic order-placing-grpc --from-file=tls.crt --from-file=tls.key --from-file=ca.crt
{{- end }}

{{/* Who gives the certificates of mutual TLS: existing, cert-manager, chart; empty where it is off. */}}
{{- define "orders.certificatesFrom" -}}
{{- $tls := .Values.mutualTls -}}
{{- if not $tls.enabled -}}
{{- else if $tls.existingSecret -}}existing
{{- else if $tls.certManager.enabled -}}cert-manager
{{- else -}}chart
{{- end -}}
{{- end -}}

{{- define "orders.certificateSecretName" -}}
{{- $from := include "orders.certificatesFrom" .root -}}
{{- if eq $from "existing" -}}{{ .root.Values.mutualTls.existingSecret }}
{{- else if eq $from "cert-manager" -}}{{ include "orders.fullname" . }}-grpc
{{- else -}}{{ include "orders.prefix" .root }}-grpc
{{- end -}}
{{- end -}}
